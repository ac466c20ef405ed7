namespace Acceptance.Cloud.Twin.Personas;

/// <summary>The persona was asked for something it does not play: exit 64.</summary>
internal sealed class NotEmulatedException(string what) : Exception(what);
