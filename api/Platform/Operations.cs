using Microsoft.AspNetCore.Authorization;

namespace Mentoring.Api.Platform;

/// <summary>What an endpoint asks of its caller; an endpoint without it does not start.</summary>
public sealed record OperationMetadata(string Name, Permission Permission);

public static class Operations
{
    /// <summary>Name = operationId in openapi.yaml = slice file = class; access is never implicit.</summary>
    public static TBuilder Operation<TBuilder>(this TBuilder endpoint, string name, Permission permission) where TBuilder : IEndpointConventionBuilder
    {
        endpoint.WithName(name).WithMetadata(new OperationMetadata(name, permission)).AddEndpointFilterFactory(Intake.Filter);
        if (permission == Permission.Public) endpoint.WithMetadata(new AllowAnonymousAttribute());
        return endpoint;
    }

    /// <summary>The use case that a request, command or job belongs to: the slice that encloses it.</summary>
    public static string NameOf(Type request) => (request.DeclaringType ?? request).Name;

    /// <summary>Admits the caller to the operation, after the token was checked and before anything of the slice runs.</summary>
    public static void UseAccess(this WebApplication app) => app.Use(async (http, next) =>
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<OperationMetadata>() is { } operation)
        {
            if (operation.Permission != Permission.Public) Tokens.DemandScope(http.User);
            await http.RequestServices.GetRequiredService<Access>().Admit(http, http.RequestServices.GetRequiredService<Caller>(), operation.Permission);
            Intake.RefuseOtherCharsets(http.Request);
        }

        await next();
    });
}
