namespace Acceptance.Cloud.Twin.World.Compute;

/// <summary>What was done to a server (os-instance-actions).</summary>
internal sealed record ServerAction(
    string Name,
    string RequestId,
    DateTimeOffset StartTime,
    string UserId,
    string ProjectId,
    string? Message
);
