import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;

public final class Record {
    public static void main(String[] args) {
        ConnectionString uri = new ConnectionString(System.getenv("RECORD_URI"));
        MongoClientSettings settings = MongoClientSettings.builder().applyConnectionString(uri).build();
        try (MongoClient client = MongoClients.create(settings)) {
            MongoDatabase database = client.getDatabase(uri.getDatabase() == null ? "test" : uri.getDatabase());
            database.runCommand(new Document("ping", 1));
            database.getCollection("orders").find().first();
            System.out.println("no error");
        }
    }
}
