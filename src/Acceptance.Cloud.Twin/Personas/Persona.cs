using Acceptance.Cloud.Twin.Personas.Shell;

namespace Acceptance.Cloud.Twin.Personas;

/// <summary>A command-line program as the twin plays it.</summary>
internal abstract class Persona
{
    /// <summary>The names it is called by.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    /// <summary>Where it is on PATH.</summary>
    public abstract HostKind On { get; }

    /// <summary>It is found on PATH; else somebody names it by its file.</summary>
    public virtual bool OnPath => true;

    /// <summary>The folder it is installed in on a host (not on the jumphost, where all are in one).</summary>
    public virtual string Folder => "/usr/bin";

    /// <summary>It is installed on this host.</summary>
    public virtual bool IsOn(ShellHost host) => On.HasFlag(host.Kind);

    /// <summary>Plays one call and returns its exit code.</summary>
    public abstract Task<int> Run(PersonaCall call);
}
