import asyncio
import os

from pymongo import AsyncMongoClient


async def main():
    client = AsyncMongoClient(os.environ["RECORD_URI"])
    await client.admin.command("ping")
    await client.get_default_database("test").orders.find_one({})
    print("no error")


asyncio.run(main())
