/** Runs Kafka's broker: {@code Broker server.properties}. It ends when its standard input does, so that it never outlives the tests that started it. */
public class Broker {
  public static void main(String[] arguments) {
    Thread watch = new Thread(() -> {
      try {
        while (System.in.read() >= 0);
      } catch (java.io.IOException gone) {
        // The same as its end.
      }
      Runtime.getRuntime().halt(0);
    });
    watch.setDaemon(true);
    watch.start();
    kafka.Kafka.main(arguments);
  }
}
