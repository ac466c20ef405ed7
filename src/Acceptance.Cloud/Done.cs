namespace Acceptance.Cloud;

/// <summary>A mutation that answers nothing but that it was accepted.</summary>
public sealed record Done
{
    public static Done It { get; } = new();
}
