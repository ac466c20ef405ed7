namespace Reqnroll;

/// <summary>Thrown by a step that is bound and not yet written.</summary>
public class PendingStepException(string message) : ReqnrollException(message)
{
    public PendingStepException()
        : this("One or more step definitions are not implemented yet.") { }
}
