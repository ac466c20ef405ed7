namespace Acceptance.Decisions.Tests;

/// <summary>Which check a fixture holds to its cases; the fixture's `Cases` are counted by <see cref="Checks.EveryCheckIsHeld"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class JudgesAttribute(Type check) : Attribute
{
    public Type Check { get; } = check;
}
