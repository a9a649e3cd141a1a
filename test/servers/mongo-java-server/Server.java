import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.MongoVersion;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.util.List;

/** Runs mongo-java-server in memory: {@code Server PORT}. It ends when its standard input does, so that it never outlives the tests that started it. */
public class Server {
  /** The driver refuses servers below wire version 9, and this one says 8 of itself. */
  private static final MongoVersion VERSION = new MongoVersion() {
    @Override
    public List<Integer> getVersionArray() {
      return List.of(4, 4, 0);
    }

    @Override
    public int getWireVersion() {
      return 9;
    }
  };

  public static void main(String[] arguments) throws Exception {
    new MongoServer(new MemoryBackend().version(VERSION)).bind("127.0.0.1", Integer.parseInt(arguments[0]));
    while (System.in.read() >= 0);
    Runtime.getRuntime().halt(0);
  }
}
