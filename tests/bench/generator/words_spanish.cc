#include "words.h"

namespace threadlint::bench {
namespace {

using enum Move;
constexpr Language kHere = Language::kSpanish;

// Nothing goes wrong in the cases of this language: the moves of the faults have no words here.
constexpr MoveText kRows[] = {
    {kSubject, kHere, "Problema con (mi pedido|la compra) {order}"},
    {kSubject, kHere, "{product} (no funciona|no ha llegado) ({order})"},
    {kProblem, kHere,
     "mi pedido {order} ({product}, {amount}) llegó el {day} y (no funciona|está dañado)."},
    {kProblem, kHere,
     "el {day} compré {product}, número de pedido {order}. Desde entonces (espero|nada va bien)."},
    {kStory, kHere,
     "He probado (dos|tres) veces todo lo que dice el manual, y (mi vecino|un amigo) tampoco lo "
     "entiende."},
    {kStory, kHere,
     "Funcionó (dos|tres) (días|semanas), y el {weekday} hubo (un ruido|un olor) y se acabó."},
    {kStory, kHere, "La caja estaba (abierta|mojada|rota) cuando la encontré detrás de los cubos."},
    {kStory, kHere, "Soy cliente desde hace (seis|ocho|diez) años y nunca he visto algo así."},
    {kRequest, kHere, "Por favor, díganme cómo podemos arreglarlo."},
    {kRequest, kHere, "Quisiera (mi dinero|uno nuevo), por favor."},
    {kGivePhoto, kHere, "Adjunto fotos de los daños."},
    {kGiveSerial, kHere, "El número de serie es {serial}."},
    {kGiveAddress, kHere, "Mi dirección es {street}, {town}."},
    {kGiveReceipt, kHere, "Adjunto la factura."},
    {kChase, kHere, "¿Hay alguna novedad sobre mi caso?"},
    {kChase, kHere, "¿Cómo va el pedido {order}?"},
    {kQuestion, kHere, "¿Quién paga (el envío|la devolución)?"},
    {kQuestion, kHere, "¿Tengo que guardar la caja?"},
    {kThanks, kHere, "Gracias por su respuesta."},
    {kThanks, kHere, "Me parece bien, gracias."},
    {kSolved, kHere, "Ya funciona, gracias por su ayuda."},
    {kSorry, kHere, "Gracias por escribir a {desk}."},
    {kSorry, kHere, "Sentimos el problema con {product}."},
    {kProcedure, kHere,
     "He pasado su caso (al taller|a contabilidad), donde una compañera lo compara con los "
     "documentos."},
    {kProcedure, kHere,
     "Nuestros registros dicen que el envío salió de {town} el {left} y fue escaneado dos veces."},
    {kAdvice, kHere,
     "Mientras tanto puede apagar el aparato (cinco|diez) minutos y volver a encenderlo."},
    {kAskPhoto, kHere, "Por favor, envíenos fotos de los daños."},
    {kAskSerial, kHere, "Por favor, indíquenos el número de serie."},
    {kAskAddress, kHere, "Por favor, indíquenos su dirección."},
    {kAskReceipt, kHere, "Por favor, envíenos la factura."},
    {kGotPhoto, kHere, "Gracias por las fotos, muestran bien los daños."},
    {kGotSerial, kHere, "Gracias por el número de serie."},
    {kGotAddress, kHere, "Gracias, hemos anotado su dirección."},
    {kGotReceipt, kHere, "Gracias, hemos recibido la factura."},
    {kPromise, kHere, "Recibirá el reemplazo antes del {due}."},
    {kPromise, kHere, "Le escribiremos antes del {due}."},
    {kStatus, kHere, "El taller está trabajando en ello."},
    {kStatus, kHere, "Su caso está con nuestros técnicos."},
    {kAnswer, kHere, "Sobre su pregunta: lo pagamos nosotros."},
    {kAnswer, kHere, "Sí, es posible."},
    {kClosing, kHere, "Si tiene otra pregunta, responda a este correo."},
    {kClosing, kHere, "Gracias por su paciencia."},
    {kAcknowledged, kHere,
     "Gracias por su mensaje. Lo hemos recibido y responderemos en dos días laborables."},
};

}  // namespace

std::span<const MoveText> SpanishTexts() { return kRows; }

}  // namespace threadlint::bench
