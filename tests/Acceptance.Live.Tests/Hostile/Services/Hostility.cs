namespace Acceptance.Live.Tests.Hostile.Services;

/// <summary>A way to answer that would hurt whoever believes it.</summary>
/// <param name="Meets">The clients that it can be shown to.</param>
internal sealed record Hostility(string Name, Func<HostileExchange, Task> Answer, Func<HostileClient, bool> Meets)
{
    public override string ToString() => Name;
}
