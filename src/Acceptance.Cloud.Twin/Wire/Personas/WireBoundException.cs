namespace Acceptance.Cloud.Twin.Wire.Personas;

/// <summary>A message of the personas' wire is larger than any call of a program, or is none.</summary>
internal sealed class WireBoundException(string message) : Exception(message);
