namespace Acceptance.Cloud.Hypervisor;

/// <summary>The libvirt hypervisor under the hosts; `sudo -n`, never a prompt (R7).</summary>
public interface IHypervisor
{
    Task<Reading<IReadOnlyList<Domain>>> Domains(CancellationToken cancel = default);

    /// <summary>
    /// qcow2-level snapshots of each disk of each named domain (D-012); a disk without one is listed with none.
    /// </summary>
    Task<Reading<IReadOnlyList<DiskSnapshots>>> Snapshots(
        IReadOnlyCollection<string> domains,
        CancellationToken cancel = default
    );
}
