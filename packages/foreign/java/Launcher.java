import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;

/** Serves an empty, in-memory mongo-java-server on 127.0.0.1, at the port given, until the process ends. */
public final class Launcher {
    public static void main(String[] args) {
        MongoServer server = new MongoServer(new MemoryBackend());
        server.bind("127.0.0.1", Integer.parseInt(args[0]));
        System.out.println("listening");
    }
}
