import java.io.*;
import java.lang.reflect.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import java.util.concurrent.*;
import org.apache.kafka.common.utils.Exit;

/**
 * Runs the command line tools of Kafka in one JVM, since each start of one takes seconds. A line on stdin is a command, its words separated by
 * tabs, all but the first in Base64: `run ID LIMIT_MS CLASS STDIN ARGS...` runs the main method of a class; `start ID LIMIT_MS CLASS STDIN ARGS...` does, and what
 * comes next does not wait for its end; `stop ID` runs the shutdown hooks of what was started. The end of a tool is a line
 * `ID EXIT STDOUT STDERR`, EXIT its code or a word: "late" when LIMIT_MS were over. A started tool also says `ID said TEXT` for each line that it prints.
 *
 * Each tool has threads of its own, and what it prints, its exit and its shutdown hooks are told apart by its thread group.
 */
public class ToolDriver {
  static final PrintStream answers = System.out;
  /** Its one hook stops the servers of all tools, which stop theirs themselves. */
  static final String JETTY = "org.eclipse.jetty.";
  static final Map<String, Tool> running = new ConcurrentHashMap<>();

  /** Thrown where the tool would have ended its process. */
  static class Ended extends ThreadDeath {
    final int code;
    Ended(int code) { this.code = code; }
  }

  static class Tool extends ThreadGroup {
    final String id;
    final boolean tells;
    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();
    final List<Runnable> hooks = new CopyOnWriteArrayList<>();
    final CompletableFuture<String> end = new CompletableFuture<>();
    InputStream in = InputStream.nullInputStream();
    int told;

    Tool(String id, boolean tells) { super(id); this.id = id; this.tells = tells; }

    synchronized void print(ByteArrayOutputStream to, byte[] bytes, int from, int length) {
      // What a tool still prints on the way out of its exit, a process that is gone would not.
      if (end.isDone() && !Thread.currentThread().getName().equals("hooks")) return;
      to.write(bytes, from, length);
      if (!tells || to != out) return;
      String all = out.toString(StandardCharsets.UTF_8);
      for (int at; (at = all.indexOf('\n', told)) >= 0; told = at + 1) answer(id, "said", encoded(all.substring(told, at)));
    }

    @Override public void uncaughtException(Thread thread, Throwable thrown) {
      if (thrown instanceof Ended ended) end.complete(String.valueOf(ended.code));
      else thrown.printStackTrace(System.err);
    }
  }

  static Tool current() {
    for (ThreadGroup group = Thread.currentThread().getThreadGroup(); group != null; group = group.getParent()) if (group instanceof Tool tool) return tool;
    return null;
  }

  static String encoded(String text) { return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)); }
  static String decoded(String text) { return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8); }

  static void answer(String... words) {
    synchronized (answers) {
      answers.println(String.join("\t", words));
      answers.flush();
    }
  }

  static PrintStream divided(PrintStream otherwise, boolean isOut) {
    return new PrintStream(new OutputStream() {
      @Override public void write(int b) { write(new byte[] {(byte) b}, 0, 1); }
      @Override public void write(byte[] bytes, int from, int length) {
        Tool tool = current();
        if (tool == null) otherwise.write(bytes, from, length);
        else tool.print(isOut ? tool.out : tool.err, bytes, from, length);
      }
    }, true, StandardCharsets.UTF_8);
  }

  static void begin(String[] words, boolean waits) throws Exception {
    Tool tool = new Tool(words[1], !waits);
    long limitMs = Long.parseLong(decoded(words[2]));
    tool.in = new ByteArrayInputStream(Base64.getDecoder().decode(words[4]));
    String[] arguments = new String[words.length - 5];
    for (int i = 0; i < arguments.length; i++) arguments[i] = decoded(words[i + 5]);
    Thread main = new Thread(tool, () -> {
      String code = "0";
      try {
        Method method = Class.forName(decoded(words[3])).getMethod("main", String[].class);
        method.invoke(null, (Object) arguments);
      } catch (InvocationTargetException thrown) {
        if (thrown.getCause() instanceof Ended ended) code = String.valueOf(ended.code);
        else {
          thrown.getCause().printStackTrace(System.err);
          code = "1";
        }
      } catch (Throwable thrown) {
        thrown.printStackTrace(System.err);
        code = "1";
      }
      tool.end.complete(code);
    }, "main");
    if (!waits) running.put(tool.id, tool);
    main.start();
    Runnable ending = () -> {
      String code;
      try {
        code = tool.end.get(limitMs, TimeUnit.MILLISECONDS);
      } catch (TimeoutException late) {
        code = "late";
        StringBuilder where = new StringBuilder();
        for (StackTraceElement element : main.getStackTrace()) where.append("\n  at ").append(element);
        synchronized (tool) { tool.err.writeBytes(("late in" + where).getBytes(StandardCharsets.UTF_8)); }
        tool.end.complete(code);
        tool.interrupt();
      } catch (Exception other) {
        code = other.toString();
      }
      // A process that ends runs its hooks, which is how tools that go on for ever close their clients.
      runHooks(tool);
      running.remove(tool.id);
      synchronized (tool) { answer(tool.id, code, encoded(tool.out.toString(StandardCharsets.UTF_8)), encoded(tool.err.toString(StandardCharsets.UTF_8))); }
    };
    if (waits) ending.run();
    else new Thread(ending, "end of " + tool.id).start();
  }

  /** What a tool gave to the runtime itself, which has a list that only it can see. */
  static List<Thread> hooksOfRuntime(Tool tool) {
    try {
      Field field = Class.forName("java.lang.ApplicationShutdownHooks").getDeclaredField("hooks");
      field.setAccessible(true);
      List<Thread> hooks = new ArrayList<>();
      synchronized (field.getDeclaringClass()) {
        for (Object hook : ((Map<?, ?>) field.get(null)).keySet()) if (((Thread) hook).getThreadGroup() == tool && !hook.getClass().getName().startsWith(JETTY)) hooks.add((Thread) hook);
      }
      for (Thread hook : hooks) Runtime.getRuntime().removeShutdownHook(hook);
      return hooks;
    } catch (ReflectiveOperationException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  static void runHooks(Tool tool) {
    List<Runnable> hooks = new ArrayList<>(tool.hooks);
    tool.hooks.clear();
    hooks.addAll(hooksOfRuntime(tool));
    if (hooks.isEmpty()) return;
    Thread thread = new Thread(tool, () -> hooks.forEach(Runnable::run), "hooks");
    thread.start();
    try {
      thread.join(20_000);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  public static void main(String[] args) throws Exception {
    BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    System.setOut(divided(answers, true));
    System.setErr(divided(System.err, false));
    System.setIn(new InputStream() {
      InputStream of() { Tool tool = current(); return tool == null ? InputStream.nullInputStream() : tool.in; }
      @Override public int read() throws IOException { return of().read(); }
      @Override public int read(byte[] bytes, int from, int length) throws IOException { return of().read(bytes, from, length); }
      @Override public int available() throws IOException { return of().available(); }
    });
    Exit.Procedure ending = (code, message) -> {
      if (message != null) System.err.println(message);
      Tool tool = current();
      if (tool != null) tool.end.complete(String.valueOf(code));
      throw new Ended(code);
    };
    Exit.setExitProcedure(ending);
    Exit.setHaltProcedure(ending);
    Exit.setShutdownHookAdder((name, hook) -> { Tool tool = current(); if (tool != null) tool.hooks.add(hook); });
    for (String line; (line = commands.readLine()) != null; ) {
      String[] words = line.split("\t", -1);
      switch (words[0]) {
        case "run" -> begin(words, true);
        case "start" -> begin(words, false);
        case "stop" -> {
          Tool tool = running.get(words[1]);
          if (tool != null) {
            runHooks(tool);
            tool.end.complete("stopped");
          }
        }
        default -> throw new IllegalArgumentException(line);
      }
    }
    Runtime.getRuntime().halt(0);
  }
}
