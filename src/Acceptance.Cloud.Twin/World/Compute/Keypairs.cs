using System.Collections;

namespace Acceptance.Cloud.Twin.World.Compute;

/// <summary>The users' key pairs, oldest first.</summary>
internal sealed class Keypairs(Ground ground) : IReadOnlyList<NovaKeypair>
{
    private readonly List<NovaKeypair> _keypairs = [];

    public NovaKeypair Create(string userId, string name, string publicKey)
    {
        if (Find(userId, name) is not null)
            throw new RefusedException(Refusal.Conflict, $"Key pair '{name}' already exists.");
        var digest = System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(publicKey))[..16];
        var print = string.Join(':', digest.Select(part => part.ToString("x2")));
        var made = new NovaKeypair(_keypairs.Count + 1, name, userId, publicKey, print, ground.Now);
        _keypairs.Add(made);
        return made;
    }

    public NovaKeypair? Find(string userId, string name) =>
        _keypairs.Find(pair => pair.UserId == userId && pair.Name == name);

    public void Delete(NovaKeypair pair) => _keypairs.Remove(pair);

    public int Count => _keypairs.Count;

    public NovaKeypair this[int index] => _keypairs[index];

    public IEnumerator<NovaKeypair> GetEnumerator() => _keypairs.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
