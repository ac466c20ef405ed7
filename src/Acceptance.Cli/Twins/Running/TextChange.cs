namespace Acceptance.Cli.Twins.Running;

/// <summary>One thing that a text says differently in the twin's world.</summary>
internal sealed record TextChange(int Line, string Found, string Became, string Why);
