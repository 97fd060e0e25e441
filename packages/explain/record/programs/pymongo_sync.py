import os

from pymongo import MongoClient

client = MongoClient(os.environ["RECORD_URI"])
client.admin.command("ping")
client.get_default_database("test").orders.find_one({})
print("no error")
