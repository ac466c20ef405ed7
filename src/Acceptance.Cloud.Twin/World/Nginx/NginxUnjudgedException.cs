namespace Acceptance.Cloud.Twin.World.Nginx;

/// <summary>The configuration holds something whose worth the twin does not know: neither ok nor failed would be true.</summary>
public sealed class NginxUnjudgedException(string what) : Exception(what);
