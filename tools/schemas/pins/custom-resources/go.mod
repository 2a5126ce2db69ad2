// Only the versions are read: nothing is compiled, and `go mod tidy` must not run here (it would drop every line).
module thanos-fleet.example/schemas/custom-resources

go 1.26.0

require (
	github.com/argoproj/argo-cd/v3 v3.5.7
	github.com/cert-manager/cert-manager v1.21.2
	github.com/envoyproxy/gateway v1.9.1
	github.com/external-secrets/external-secrets v1.3.2
	github.com/fluxcd/kustomize-controller v1.9.6
	github.com/fluxcd/source-controller v1.9.6
	github.com/traefik/traefik/v3 v3.7.9
	sigs.k8s.io/gateway-api v1.5.1
)
