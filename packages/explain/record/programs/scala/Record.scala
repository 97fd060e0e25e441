import scala.concurrent.Await
import scala.concurrent.duration.DurationInt

import org.mongodb.scala.{Document, MongoClient}

object Record {
  def main(args: Array[String]): Unit = {
    val client = MongoClient(sys.env("RECORD_URI"))
    try {
      val database = client.getDatabase(sys.env("RECORD_DATABASE"))
      Await.result(database.runCommand(Document("ping" -> 1)).toFuture(), 20.seconds)
      Await.result(database.getCollection("orders").find().first().toFuture(), 20.seconds)
      println("no error")
    } finally client.close()
  }
}
