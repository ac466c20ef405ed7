namespace Acceptance.Cloud.Twin.World.Untidy;

/// <summary>A twin was asked for an untidiness that it does not know.</summary>
public sealed class UnknownUntidinessException(string message) : Exception(message);
