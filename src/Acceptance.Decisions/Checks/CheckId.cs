namespace Acceptance.Decisions.Checks;

/// <summary>Which check is meant, wherever one is named from afar: by a known issue, a matrix, a report.</summary>
public readonly record struct CheckId(string Name)
{
    public override string ToString() => Name;
}
