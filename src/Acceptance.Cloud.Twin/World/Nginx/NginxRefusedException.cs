namespace Acceptance.Cloud.Twin.World.Nginx;

/// <summary>What ends the reading of a configuration: nginx stops at the first.</summary>
internal sealed class NginxRefusedException(string says) : Exception(says);
