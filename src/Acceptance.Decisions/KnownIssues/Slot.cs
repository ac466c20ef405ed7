namespace Acceptance.Decisions.KnownIssues;

/// <summary>
/// A place in a fix that the finding or the site fills. It is a value, so that a fix cannot name one that nothing
/// fills.
/// </summary>
/// <param name="Variable">What it is called while nothing fills it: a shell's variable without the dollar.</param>
/// <param name="WhyEmpty">What is then missing: "no finding names it".</param>
/// <param name="Fill">Its value; null when there is none.</param>
public sealed record Slot(string Variable, string WhyEmpty, Func<Occurrence, string?> Fill);
