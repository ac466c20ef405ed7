namespace Acceptance.Cloud.Twin.Personas.Shell;

/// <summary>What kind of host a persona is asked on: each kind has its own programs.</summary>
[Flags]
internal enum HostKind
{
    None = 0,
    Jumphost = 1,
    Machine = 2,
    Container = 4,
    Guest = 8,
    Remote = Machine | Container | Guest,
    Juju = Machine | Container,
    Any = Jumphost | Remote,
}
