using System.Collections;

namespace Acceptance.Cloud.Twin.World.Compute;

/// <summary>The flavors, oldest first.</summary>
internal sealed class Flavors(Ground ground) : IReadOnlyList<NovaFlavor>
{
    private readonly List<NovaFlavor> _flavors = [];

    public NovaFlavor? Find(string nameOrId) =>
        _flavors.Find(flavor => flavor.Id == nameOrId) ?? _flavors.Find(flavor => flavor.Name == nameOrId);

    public NovaFlavor Create(string name, int memoryMb, int vcpus, int diskGb, string? id = null, bool isPublic = true)
    {
        if (_flavors.Exists(flavor => flavor.Name == name))
            throw new RefusedException(Refusal.Conflict, $"Flavor with name {name} already exists.");
        var made = new NovaFlavor(id ?? ground.NewId(), name, memoryMb, vcpus, diskGb) { IsPublic = isPublic };
        _flavors.Add(made);
        return made;
    }

    public void Delete(NovaFlavor flavor) => _flavors.Remove(flavor);

    public int Count => _flavors.Count;

    public NovaFlavor this[int index] => _flavors[index];

    public IEnumerator<NovaFlavor> GetEnumerator() => _flavors.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
