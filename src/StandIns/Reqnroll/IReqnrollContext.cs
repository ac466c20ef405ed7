namespace Reqnroll;

public interface IReqnrollContext
{
    /// <summary>The first error met, or null.</summary>
    Exception? TestError { get; }
}
