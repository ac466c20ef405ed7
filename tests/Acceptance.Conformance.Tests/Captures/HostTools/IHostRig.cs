namespace Acceptance.Conformance.Tests.Captures.HostTools;

/// <summary>
/// Brings a twin into captured situations of some programs: the words of the situation, the inputs and the command
/// decide, never a file's name.
/// </summary>
internal interface IHostRig
{
    /// <summary>It knows this program.</summary>
    bool Plays(HostCapture capture);

    /// <summary>Sets the situation.</summary>
    /// <exception cref="OutOfReachException">The twin has no way to be in it.</exception>
    Stage Set(HostCapture capture, HostLane lane);
}
