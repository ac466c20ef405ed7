namespace Reqnroll;

/// <summary>What a step wants to show beside its outcome.</summary>
public interface IReqnrollOutputHelper
{
    void WriteLine(string message);

    void WriteLine(string format, params object[] args);

    void AddAttachment(string filePath);
}
