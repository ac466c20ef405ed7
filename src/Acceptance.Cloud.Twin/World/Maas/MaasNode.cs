namespace Acceptance.Cloud.Twin.World.Maas;

/// <summary>A machine as MAAS knows it; its system_id is minted at enrolment and never reused.</summary>
internal sealed class MaasNode(string systemId, string hostname, string status)
{
    private int _nextInterface = 1;

    public string SystemId { get; } = systemId;

    public string Hostname { get; set; } = hostname;

    /// <summary>Ready, Deployed, Commissioning ... (FACTS 8.6).</summary>
    public string Status { get; set; } = status;

    public string PowerState { get; set; } = "on";

    public int MemoryMb { get; set; } = 4096;

    public int Cpus { get; init; } = 2;

    /// <summary>Addresses of what has no interface tree here (the management substrate).</summary>
    public IReadOnlyList<string> FixedAddresses { get; init; } = [];

    public IReadOnlyList<string> Addresses =>
        Interfaces.Count == 0
            ? FixedAddresses
            : [.. Interfaces.SelectMany(one => one.Links).Select(link => link.Address).OfType<string>()];

    public string Owner { get; set; } = "admin";

    public List<MaasInterface> Interfaces { get; } = [];

    public MaasInterface? Interface(string idOrName) =>
        Interfaces.Find(one => $"{one.Id}" == idOrName || one.Name == idOrName);

    /// <summary>Adds one; ids are the node's own.</summary>
    public MaasInterface Add(Func<int, MaasInterface> make)
    {
        var made = make((NameNumber.Of(SystemId, 900) * 100) + _nextInterface++);
        Interfaces.Add(made);
        return made;
    }

    /// <summary>Interfaces are changed on Ready machines only.</summary>
    public void MustBeReady()
    {
        if (Status is not ("Ready" or "New" or "Broken"))
            throw new MaasRefusedException(
                "Cannot update interface because the machine is not New, Ready, Allocated, or Broken."
            );
    }
}
