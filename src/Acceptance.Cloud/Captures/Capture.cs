namespace Acceptance.Cloud.Captures;

/// <summary>
/// What `acceptance assert --capture` wrote of a cloud: when, of which controller, how the run ended, and how much of
/// it was asked.
/// </summary>
/// <param name="File">Its name in the folder.</param>
/// <param name="Controller">The uuid of the controller that answered; empty where none did.</param>
/// <param name="Checks">How many verdicts it holds.</param>
/// <param name="LowestRed">The lowest red rung; empty where none was.</param>
public sealed record Capture(
    string File,
    DateTimeOffset Taken,
    string Controller,
    State<CaptureOutcome> Outcome,
    int Checks,
    string LowestRed
);
