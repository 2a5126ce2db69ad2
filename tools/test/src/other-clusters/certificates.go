// Writes the certificates of a small fleet into the folder that is its argument, each as NAME.crt and NAME.key: `fleet`, an
// authority; `leaf`, a server called localhost, and the clients `hub` and `oslo`, signed by it; and `stranger`, a client of another one.
package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"log"
	"math/big"
	"os"
	"path/filepath"
	"time"
)

type issued struct {
	certificate *x509.Certificate
	key         *ecdsa.PrivateKey
}

func main() {
	fleet := issue("fleet", nil)
	other := issue("other", nil)
	issue("leaf", &fleet, x509.ExtKeyUsageServerAuth)
	issue("hub", &fleet, x509.ExtKeyUsageClientAuth)
	issue("oslo", &fleet, x509.ExtKeyUsageClientAuth)
	issue("stranger", &other, x509.ExtKeyUsageClientAuth)
}

// An authority where nobody signs it.
func issue(name string, by *issued, usages ...x509.ExtKeyUsage) issued {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	check(err)
	serial, err := rand.Int(rand.Reader, big.NewInt(1<<62))
	check(err)
	template := &x509.Certificate{
		SerialNumber:          serial,
		Subject:               pkix.Name{CommonName: name},
		NotBefore:             time.Now().Add(-time.Hour),
		NotAfter:              time.Now().Add(24 * time.Hour),
		ExtKeyUsage:           usages,
		BasicConstraintsValid: true,
	}
	signer := issued{template, key}
	if by == nil {
		template.IsCA = true
		template.KeyUsage = x509.KeyUsageCertSign
	} else {
		signer = *by
		template.KeyUsage = x509.KeyUsageDigitalSignature
		template.DNSNames = []string{"localhost"}
	}
	der, err := x509.CreateCertificate(rand.Reader, template, signer.certificate, &key.PublicKey, signer.key)
	check(err)
	pkcs8, err := x509.MarshalPKCS8PrivateKey(key)
	check(err)
	write(name+".crt", "CERTIFICATE", der)
	write(name+".key", "PRIVATE KEY", pkcs8)
	certificate, err := x509.ParseCertificate(der)
	check(err)
	return issued{certificate, key}
}

func write(name, kind string, der []byte) {
	text := pem.EncodeToMemory(&pem.Block{Type: kind, Bytes: der})
	check(os.WriteFile(filepath.Join(os.Args[1], name), text, 0o600))
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
