using MediatR;

namespace Mentoring.Api.Platform;

/// <summary>
/// Grants are kept for seconds: what revokes one forgets it, what gives one, to people in other requests, does not. So before
/// a row is called absent it is asked whether anybody has changed them since; if so they are read again, and if they have grown
/// the request runs once more. A body that was read from the wire cannot be read again.
/// </summary>
public sealed class SecondLook<TRequest, TResult>(IHttpContextAccessor accessor, Access access, Caller caller, Db db, Audit audit)
    : IPipelineBehavior<TRequest, TResult>
    where TRequest : IRequest<TResult>
{
    public async Task<TResult> Handle(TRequest request, CancellationToken ct, RequestHandlerDelegate<TResult> next)
    {
        try
        {
            return await next();
        }
        catch (NotFound) when (!db.InTransaction && accessor.HttpContext is { } http && http.GetEndpoint()?.Metadata.GetMetadata<Uploads.Metadata>() is null)
        {
            if (caller.Scope.System || !await access.Again(accessor.HttpContext!, caller)) throw;
            audit.Forget();
            return await next();
        }
    }
}
