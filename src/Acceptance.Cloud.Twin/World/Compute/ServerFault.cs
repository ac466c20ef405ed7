namespace Acceptance.Cloud.Twin.World.Compute;

/// <summary>Why a server is in ERROR. The details are an admin's to see.</summary>
internal sealed record ServerFault(int Code, DateTimeOffset Created, string Message, string Details);
