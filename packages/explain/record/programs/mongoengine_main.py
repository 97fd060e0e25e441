import os

from mongoengine import Document, StringField, connect


class Order(Document):
    name = StringField()


connect(host=os.environ["RECORD_URI"])
Order.objects.first()
print("no error")
