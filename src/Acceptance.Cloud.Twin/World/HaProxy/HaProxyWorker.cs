namespace Acceptance.Cloud.Twin.World.HaProxy;

/// <summary>A worker process of haproxy.</summary>
/// <param name="Pid">Its process id.</param>
/// <param name="Started">When the master forked it.</param>
/// <param name="Age">How often the master re-executed itself since.</param>
public sealed record HaProxyWorker(int Pid, DateTimeOffset Started, int Age = 0);
