namespace Acceptance.Decisions.Runs;

/// <summary>How far the cloud is accepted (phase-08 exit gate).</summary>
public enum AcceptanceLevel
{
    NotAccepted,

    /// <summary>D-011.1 to .6 pass, with phase-08.</summary>
    FunctionallyAccepted,

    /// <summary>D-011.7 too, so that the gate closes.</summary>
    FormallyClosed,
}
