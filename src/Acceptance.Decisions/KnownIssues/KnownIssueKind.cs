namespace Acceptance.Decisions.KnownIssues;

/// <summary>
/// What kind of entry: something broke, a way of working that goes wrong, or something normal that is often taken for a
/// fault.
/// </summary>
public enum KnownIssueKind
{
    Fault,
    Trap,
    LookAlike,
}
