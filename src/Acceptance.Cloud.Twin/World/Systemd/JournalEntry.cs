namespace Acceptance.Cloud.Twin.World.Systemd;

/// <summary>A line of a host's journal.</summary>
/// <param name="At">When.</param>
/// <param name="Unit">"haproxy.service"; empty for the kernel.</param>
/// <param name="Identifier">Who says it: "systemd", "kernel", "haproxy".</param>
/// <param name="Pid">Its process; 0 for the kernel.</param>
/// <param name="Priority">0 (emerg) to 7 (debug).</param>
/// <param name="Message">What.</param>
internal sealed record JournalEntry(
    DateTimeOffset At,
    string Unit,
    string Identifier,
    int Pid,
    int Priority,
    string Message
);
