namespace Acceptance.StandIns.Tests.Reqnroll;

/// <summary>Made before the run, the same object for all scenarios.</summary>
public sealed class RunWideLog
{
    public string Text { get; set; } = "";
}
