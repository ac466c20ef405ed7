using Acceptance.Cloud.Twin.World;

namespace Acceptance.Cloud.Twin.Faults;

/// <summary>
/// A named way to break the cloud. It changes a cause; the symptoms follow from the model. Which known issue it makes
/// is not the twin's to say: that
/// stands in the roster.
/// </summary>
/// <param name="Id">A coverage tag, or a word of its own such as vault-sealed.</param>
/// <param name="Says">What is broken, in one sentence an operator would use.</param>
/// <param name="Strike">Breaks it and returns the victim's name; null when the victim does not exist yet (it is asked
/// again when something appears).</param>
/// <param name="Heal">Takes the cause away again.</param>
internal sealed record Fault(string Id, string Says, Func<TwinWorld, string?> Strike, Action<TwinWorld> Heal);
