namespace Acceptance.Cloud.Twin.Faults;

/// <summary>A fault id that the twin does not know; the message lists the near ones.</summary>
public sealed class UnknownFaultException(string message) : Exception(message);
