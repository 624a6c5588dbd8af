package com.thogits.auth.example;

import static com.thogits.auth.example.StartException.cannotStart;
import static com.thogits.auth.example.StartException.wrongUsage;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.thogits.auth.StoreException;
import com.thogits.auth.jdbc.CopyProgress;
import com.thogits.auth.jdbc.CopyReport;
import com.thogits.auth.jdbc.JdbcCopy;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/** Moves house: copies everything from one database to another. */
final class Copy {
  private static final int DONE = 0;
  private static final int REFUSED = 3;

  private Copy() {}

  /** Does what the command line says, and answers the exit code. */
  static int run(CommandLine line, Map<String, String> environment) throws StartException {
    DatabaseLocation from = CopyPlace.FROM.parse(line, environment);
    DatabaseLocation to = CopyPlace.TO.parse(line, environment);
    if (from.equals(to)) {
      throw wrongUsage("--from and --to are the same database");
    }
    try (Database source = CopyPlace.FROM.connect(from);
        Database target = CopyPlace.TO.connect(to)) {
      CopyReport report = JdbcCopy.copy(source.connections(), target.connections(), progress());
      target.compact();
      System.out.println(JsonLine.text(json(report)));
      return DONE;
    } catch (IllegalStateException e) {
      System.err.println("thogits-auth-example: nothing is copied: " + e.getMessage());
      return REFUSED;
    } catch (StoreException e) {
      throw cannotStart("the copy is not complete and can be run again: " + e.getMessage());
    }
  }

  private static CopyProgress progress() {
    ProgressLine line = new ProgressLine(System.err, Clock.systemUTC());
    return (step, table, rows, of) ->
        line.at(step.name().toLowerCase(Locale.ROOT), table, rows, of);
  }

  private static ObjectNode json(CopyReport report) {
    ObjectNode line = JsonLine.create();
    line.put("done", "copy");
    ArrayNode tables = line.putArray("tables");
    for (CopyReport.Table table : report.tables()) {
      tables
          .addObject()
          .put("table", table.name())
          .put("rows", table.rows())
          .put("written", table.written())
          .put("digest", table.digest());
    }
    return line;
  }
}
