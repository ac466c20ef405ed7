namespace Acceptance.StandIns.Tests.Reqnroll;

/// <summary>What the hooks of a scenario did, in one line of text.</summary>
public sealed class HookLog
{
    public string Text { get; set; } = "";
}
