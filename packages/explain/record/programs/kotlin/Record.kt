import com.mongodb.ConnectionString
import com.mongodb.kotlin.client.coroutine.MongoClient
import kotlinx.coroutines.flow.firstOrNull
import kotlinx.coroutines.runBlocking
import org.bson.Document

fun main() = runBlocking {
    val uri = ConnectionString(System.getenv("RECORD_URI"))
    MongoClient.create(uri).use { client ->
        val database = client.getDatabase(uri.database ?: "test")
        database.runCommand(Document("ping", 1))
        database.getCollection<Document>("orders").find().firstOrNull()
        println("no error")
    }
}
