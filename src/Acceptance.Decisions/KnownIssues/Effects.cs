namespace Acceptance.Decisions.KnownIssues;

/// <summary>What becomes of a check while an entry stands; in another cloud another of them, or none.</summary>
[Flags]
public enum Effects
{
    Untouched = 0,
    Red = 1,
    Unknown = 2,
}
