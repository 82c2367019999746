import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;

/**
 * Validates many files in one process: reads lines "flavour TAB file" (flavour as veraPDF names it: 2a, 3a, ua1) and
 * answers each with one line of JSON: the counts of rules and checks, and every failed rule with an example.
 */
public final class Validate {
  private static final int EXAMPLES_KEPT = 1;

  private final ObjectMapper json = new ObjectMapper();

  public static void main(String[] arguments) throws Exception {
    Logger.getLogger("").setLevel(Level.OFF);
    VeraGreenfieldFoundryProvider.initialise();
    Validate validate = new Validate();
    BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String order = orders.readLine(); order != null; order = orders.readLine()) {
      String[] parts = order.split("\t", 2);
      byte[] answer = validate.json.writeValueAsBytes(validate.answer(parts[0], parts[1]));
      System.out.write(answer);
      System.out.write('\n');
      System.out.flush();
    }
  }

  /** A file that cannot be read at all is an answer too: it must not end the judging of the others. */
  private Map<String, Object> answer(String flavourName, String file) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("flavour", flavourName);
    answer.put("file", file);
    try {
      judge(flavourName, new File(file), answer);
    } catch (Exception | StackOverflowError problem) {
      answer.put("compliant", false);
      answer.put("error", String.valueOf(problem));
    }
    return answer;
  }

  private void judge(String flavourName, File file, Map<String, Object> answer) throws Exception {
    PDFAFlavour flavour = PDFAFlavour.byFlavourId(flavourName);
    if (flavour == PDFAFlavour.NO_FLAVOUR) throw new IllegalArgumentException("no such flavour: " + flavourName);
    try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
        PDFAValidator validator =
            Foundries.defaultInstance().createValidator(flavour, EXAMPLES_KEPT, false, true, false)) {
      ValidationResult result = validator.validate(parser);
      Map<RuleId, Integer> failed = result.getFailedChecks();
      int rules = Profiles.getVeraProfileDirectory().getValidationProfileByFlavour(flavour).getRules().size();
      int failedChecks = failed.values().stream().mapToInt(Integer::intValue).sum();
      answer.put("compliant", result.isCompliant());
      answer.put("rulesPassed", rules - failed.size());
      answer.put("rulesFailed", failed.size());
      answer.put("checksPassed", result.getTotalAssertions() - failedChecks);
      answer.put("checksFailed", failedChecks);
      answer.put("failures", failures(result, failed));
    }
  }

  private static List<Map<String, Object>> failures(ValidationResult result, Map<RuleId, Integer> failed) {
    List<Map<String, Object>> failures = new ArrayList<>();
    List<RuleId> ids = new ArrayList<>(failed.keySet());
    ids.sort(Comparator.comparing(RuleId::getClause).thenComparing(RuleId::getTestNumber));
    for (RuleId id : ids) {
      Map<String, Object> failure = new LinkedHashMap<>();
      failure.put("clause", id.getClause() + "-" + id.getTestNumber());
      failure.put("times", failed.get(id));
      failure.put("description", description(result, id));
      for (TestAssertion assertion : result.getTestAssertions()) {
        if (!assertion.getRuleId().equals(id) || assertion.getStatus() == TestAssertion.Status.PASSED) continue;
        failure.put("message", oneLine(assertion.getErrorMessage()));
        failure.put("where", oneLine(assertion.getLocation().getContext()));
        break;
      }
      failures.add(failure);
    }
    return failures;
  }

  private static String description(ValidationResult result, RuleId id) {
    for (Rule rule : result.getValidationProfile().getRules()) {
      if (rule.getRuleId().equals(id)) return oneLine(rule.getDescription());
    }
    return "";
  }

  private static String oneLine(String text) {
    return text == null ? "" : text.replaceAll("\\s+", " ").trim();
  }
}
