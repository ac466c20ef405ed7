namespace Acceptance.Cloud.Maas;

/// <summary>MAAS by its known profile; `maas list` is never called (DOCFIX-016).</summary>
public interface IMaas
{
    Task<Reading<IReadOnlyList<MaasMachine>>> Machines(CancellationToken cancel = default);
}
