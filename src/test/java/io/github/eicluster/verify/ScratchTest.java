package io.github.eicluster.verify;
import org.junit.jupiter.api.Test;
import java.nio.file.*;
class ScratchTest {
  static void p(String t, Sample s){ System.out.println("== "+t); s.findings().forEach(System.out::println);}
  @Test void go() {
    for (String v : new String[]{"6.1.1","6.4.0","6.6.0"}) p("stock "+v, Sample.single(Path.of("/work/shared/stock/wso2ei-"+v)));
    for (String v : new String[]{"6.0.0","6.4.0","6.6.0"}) { p("guide "+v, Sample.guide(v)); p("guide declared "+v, Sample.guide(v).declared()); p("one machine "+v, Sample.oneMachine(v)); }
    for (String v : new String[]{"6.1.1","6.4.0","6.6.0"}) p("stock guide "+v, Sample.of(Path.of("/work/shared/stock/wso2ei-"+v), Sample.GUIDE));
    Sample s = Sample.guide();
    s.judge().findings().forEach(f->System.out.println("INFO? "+Sample.line(f)));
  }
}
