import asyncio
import os

from motor.motor_asyncio import AsyncIOMotorClient


async def main():
    client = AsyncIOMotorClient(os.environ["RECORD_URI"])
    await client.admin.command("ping")
    await client.get_default_database("test").orders.find_one({})
    print("no error")


asyncio.run(main())
