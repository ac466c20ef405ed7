using Reqnroll.Bindings;

namespace Reqnroll.Discovery;

internal sealed record HookBinding(HookType Type, int Order, BindingMethod Method, IReadOnlyList<BindingScope> Scopes);
