namespace Acceptance.Reporting.Standing;

/// <summary>How a run ended, for the colour of its headline.</summary>
public enum Tone
{
    /// <summary>What was asked for is proven.</summary>
    Green,

    /// <summary>Something was not proven, and nothing is known to be broken.</summary>
    Amber,

    Red,
}
